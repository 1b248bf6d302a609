# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: 2026 The Pact Planner authors
"""Chromium without a window, spoken to by its own protocol through two pipes. It gets no network."""

import base64
import itertools
import json
import os
import select
import subprocess
import tempfile

# Chromium reads what it is told from the third descriptor and answers on the fourth.
START = 'exec 3<&"$0" 4>&"$1"; shift; exec chromium "$@"'
FLAGS = ("--headless=new", "--remote-debugging-pipe", "--disable-gpu", "--hide-scrollbars", "--no-first-run",
         "--disable-background-networking", "--disable-extensions", "--host-resolver-rules=MAP * ~NOTFOUND")
SECONDS = 60


class Browser:
    def __init__(self):
        self.home = tempfile.TemporaryDirectory(prefix="pact-paper-", ignore_cleanup_errors=True)
        their_input, self.output = os.pipe()
        self.input, their_output = os.pipe()
        flags = [*FLAGS, f"--user-data-dir={self.home.name}"]
        if os.geteuid() == 0:
            flags.append("--no-sandbox")
        self.process = subprocess.Popen(["bash", "-c", START, str(their_input), str(their_output), *flags, "about:blank"],
                                        pass_fds=(their_input, their_output), stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
                                        stderr=subprocess.DEVNULL, env={"HOME": self.home.name, "PATH": os.environ["PATH"]})
        os.close(their_input)
        os.close(their_output)
        self.numbers = itertools.count(1)
        self.rest = b""
        target = self.call("Target.createTarget", url="about:blank")["targetId"]
        self.session = None
        self.session = self.call("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        self.call("Page.enable")

    session = None

    def close(self):
        self.session = None
        try:
            self.call("Browser.close")
        except (EOFError, OSError):
            pass
        self.process.wait(timeout=SECONDS)
        os.close(self.input)
        os.close(self.output)
        self.home.cleanup()

    def receive(self):
        while b"\0" not in self.rest:
            if not select.select([self.input], [], [], SECONDS)[0]:
                raise TimeoutError("Chromium does not answer")
            part = os.read(self.input, 1 << 20)
            if not part:
                raise EOFError("Chromium has ended")
            self.rest += part
        message, self.rest = self.rest.split(b"\0", 1)
        return json.loads(message)

    def call(self, method, until=None, **parameters):
        """Calls a method and returns its result; if an event is named, waits for that too."""
        number = next(self.numbers)
        message = {"id": number, "method": method, "params": parameters}
        if self.session:
            message["sessionId"] = self.session
        data = json.dumps(message).encode() + b"\0"
        while data:
            data = data[os.write(self.output, data):]
        result = None
        while result is None or until is not None:
            answer = self.receive()
            if answer.get("id") == number:
                if "error" in answer:
                    raise RuntimeError(f"{method}: {answer['error']}")
                result = answer["result"]
            elif answer.get("method") == until:
                until = None
        return result

    def open(self, path, width, height=900):
        """Shows a file on a screen so many pixels wide; a narrow one is that of a telephone."""
        self.call("Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1, mobile=width < 600)
        self.call("Page.navigate", until="Page.loadEventFired", url=path.as_uri())

    def evaluate(self, expression):
        result = self.call("Runtime.evaluate", expression=expression, awaitPromise=True, returnByValue=True)
        if "exceptionDetails" in result:
            raise RuntimeError(result["exceptionDetails"])
        return result["result"].get("value")

    def picture(self, path):
        """The whole page, as far as pictures go."""
        height = min(self.evaluate("document.documentElement.scrollHeight"), 6000)
        width = self.evaluate("document.documentElement.clientWidth")
        picture = self.call("Page.captureScreenshot", captureBeyondViewport=True,
                            clip={"x": 0, "y": 0, "width": width, "height": height, "scale": 1})
        path.write_bytes(base64.b64decode(picture["data"]))

    def print(self, path):
        """What comes out of a printer with sheets of A4."""
        printed = self.call("Page.printToPDF", paperWidth=8.27, paperHeight=11.69, preferCSSPageSize=True)
        path.write_bytes(base64.b64decode(printed["data"]))
