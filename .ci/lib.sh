# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: 2026 The Pact Planner authors
#
# What .ci/start and .ci/test have in common. Sourced by bash, never run; both callers have set -euo pipefail.

# Debian's own tools come before any that a user has installed beside them (another Python, another Meson).
export PATH="/usr/bin:/bin:/usr/sbin:/sbin:${PATH:-}"
export LANG="${LANG:-C.UTF-8}"

root_folder=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
build_folder="$root_folder/_build"
sanitized_folder="$root_folder/_build-sanitized"

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
    [[ $(dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null) == installed ]] || printf '%s\n' "$package"
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
    say "Some packages have to be installed first: run this as root, or install sudo."
    return 1
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
  as_root env DEBIAN_FRONTEND=noninteractive apt-get update --quiet >&2
  as_root env DEBIAN_FRONTEND=noninteractive apt-get install --yes --quiet --no-install-recommends "${missing[@]}" >&2
}

# build FOLDER [OPTION…]: configures the build folder when it is not there yet, and builds everything.
build ()
{
  local folder=$1
  shift

  if [[ ! -f "$folder/build.ninja" ]]
  then
    rm -rf "$folder"
    meson setup "$folder" "$root_folder" "$@" >&2
  fi
  meson compile -C "$folder" >&2
}
