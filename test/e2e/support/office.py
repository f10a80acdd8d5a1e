"""Connects to the LibreOffice that the tests started and opens documents in it."""
import os
import sys
import time

import uno
from com.sun.star.beans import PropertyValue
from com.sun.star.connection import NoConnectException


def desktop(pipe):
    """The desktop behind the pipe; waits up to four minutes for it to answer."""
    context = uno.getComponentContext()
    manager = context.ServiceManager
    resolver = manager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", context)
    address = "uno:pipe,name=%s;urp;StarOffice.ComponentContext" % pipe
    deadline = time.time() + 240
    while True:
        try:
            remote = resolver.resolve(address)
            break
        except NoConnectException:
            if time.time() > deadline:
                raise
            time.sleep(0.2)
    return remote.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", remote)


def property_value(name, value):
    made = PropertyValue()
    made.Name = name
    made.Value = value
    return made


def load(office, file):
    """Opens a file without a window."""
    url = uno.systemPathToFileUrl(os.path.abspath(file))
    document = office.loadComponentFromURL(url, "_blank", 0, (property_value("Hidden", True),))
    if document is None:
        raise SystemExit("LibreOffice cannot open %s" % file)
    return document


def leave():
    """Ends the script here: the UNO bridge at times brings Python down while it takes itself apart."""
    sys.stdout.flush()
    os._exit(0)
