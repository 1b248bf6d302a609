# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: 2026 The Pact Planner authors
#
# What .ci/start and .ci/test have in common. Sourced by bash, never run; both callers have set -euo pipefail.

# Debian's own tools come before any that a user has installed beside them (another Python, another Meson).
export PATH="/usr/bin:/bin:/usr/sbin:/sbin:${PATH:-}"
export LANG="${LANG:-C.UTF-8}"

root_folder=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd -P)
build_folder="$root_folder/_build"
# Of the other compiler, which so shows what it warns of.
sanitized_folder="$root_folder/_build-clang"

say ()
{
  printf '%s\n' "$*" >&2
}

# packages_of GROUP…: the packages of .ci/packages that stand in one of the groups, one a line.
packages_of ()
{
  local wanted=" $* " group='' line

  while IFS= read -r line
  do
    case $line in
      '# ['*']') group=${line#'# ['}; group=${group%']'} ;;
      '#'* | '') ;;
      *) [[ $wanted == *" $group "* ]] && printf '%s\n' "$line" ;;
    esac
  done < "$root_folder/.ci/packages"
  return 0
}

# missing_of GROUP…: those of them that are not installed.
missing_of ()
{
  local package

  for package in $(packages_of "$@")
  do
    # One that is there for several architectures is named several times.
    [[ $(dpkg-query -W -f ' ${db:Status-Status} ' "$package" 2>/dev/null) == *' installed '* ]] || printf '%s\n' "$package"
  done
}

as_root ()
{
  if [[ $EUID -eq 0 ]]
  then
    "$@"
  elif command -v sudo >/dev/null
  then
    sudo "$@"
  else
    say "This needs to be run as root, or sudo to be installed."
    return 1
  fi
}

# lock DESCRIPTOR: waits until nobody else holds the folder that is open there. Not every file system can lock one; there it is
# done without.
lock ()
{
  local status=0

  flock --nonblock "$1" 2>/dev/null || status=$?
  if [[ $status -eq 1 ]]
  then
    say "Waiting for another run in this folder to end."
    flock "$1"
  fi
}

# install_missing GROUP…: asks apt only for what is not there, and for nothing when all is there.
install_missing ()
{
  local missing

  if ! command -v apt-get >/dev/null || ! command -v dpkg-query >/dev/null
  then
    say "This is not a Debian system: the packages that .ci/packages names have to be there already."
    return 0
  fi

  mapfile -t missing < <(missing_of "$@")
  if [[ ${#missing[@]} -eq 0 ]]
  then
    return 0
  fi

  say "Installing ${missing[*]}"
  # A source that cannot be read, such as the disc that Debian came from, is no reason to stop: the others may have what is
  # missing. And a machine that has just been started is often busy with its own updates.
  if ! as_root env DEBIAN_FRONTEND=noninteractive bash -c 'apt-get update --quiet
         apt-get install --yes --quiet --no-install-recommends -o DPkg::Lock::Timeout=600 "$@"' apt "${missing[@]}" >&2
  then
    say "The packages could not be installed; what is above says why. Nothing was built."
    return 1
  fi
}

# build FOLDER [OPTION…]: builds everything. The folder is configured when it is not there yet, or was made in another place, for
# the program of a build folder knows where that is; and again when other packages are there than the last time, for those that
# are only good for testing are asked for then.
build ()
{
  local folder=$1 packages
  shift

  packages=$(dpkg-query -W $(packages_of build run test) 2>/dev/null || true; printf '%s\n' "$@")
  (
    lock 9
    if [[ ! -f "$folder/build.ninja" ]] || ! grep -qsxF "build=$folder" "$folder/uninstalled"
    then
      rm -rf "$folder"
      meson setup --werror "$folder" "$root_folder" "$@" >&2
    elif [[ $packages != "$(cat "$folder/packages" 2>/dev/null)" ]]
    then
      meson setup --reconfigure "$folder" "$root_folder" "$@" >&2
    fi
    printf '%s\n' "$packages" > "$folder/packages"
    meson compile -C "$folder" >&2
  ) 9<"$root_folder"
}
