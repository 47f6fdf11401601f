"""Runs an installed mtprotoproxy (pip install mtprotoproxy==1.0.6) as it is, but before the data centre of a test.

Arguments: the data centre's port, the proxy's port, the secret's 16 bytes, and a host name for the disguised mode.
"""
import asyncio
import runpy
import shutil
import sys

DC_PORT, PORT, SECRET, *DOMAIN = sys.argv[1:]

# The proxy is older than this Python: servers took the loop as an argument then.
start_server = asyncio.start_server
asyncio.start_server = lambda *args, loop=None, **options: start_server(*args, **options)

sys.argv = ["mtprotoproxy.py", PORT, SECRET, "", *(DOMAIN or [])]
proxy = runpy.run_path(shutil.which("mtprotoproxy.py"), run_name="mtprotoproxy")
names = proxy["main"].__globals__
names["TG_DATACENTERS_V4"][:] = ["127.0.0.1"] * 5
names["TG_DATACENTER_PORT"] = int(DC_PORT)


async def nothing():
    """In place of looking at the real host's certificates: a test has no internet."""


names["get_mask_host_cert_len"] = nothing
names["init_config"]()
names["config"].PREFER_IPV6 = False
names["config"].LISTEN_ADDR_IPV4 = "127.0.0.1"
names["config"].LISTEN_ADDR_IPV6 = None
names["main"]()
