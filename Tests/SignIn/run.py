#!/usr/bin/env python3
"""Sign-in against identity providers that are not ours.

`oidc-provider-mock` for the plain flow with a client secret; a gateway made with joserfc for `private_key_jwt` and for
everything that must be refused. Exits with a status other than 0 when anything is not as it should be.
"""

import argparse
import pathlib
import sys
import tempfile
import traceback

import gateway_tests
import plain_tests
from service import Service

ROOT = pathlib.Path(__file__).resolve().parents[2]


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--binary", type=pathlib.Path, default=ROOT / ".build/debug/incontro")
    parser.add_argument("--results", type=pathlib.Path)
    parser.add_argument("--only", help="only tests with this in their name")
    options = parser.parse_args()

    passed = failed = 0
    for suite in (plain_tests, gateway_tests):
        with tempfile.TemporaryDirectory(prefix="incontro-sign-in-") as name:
            service = Service(options.binary.resolve(), pathlib.Path(name))
            with suite.Provider(service) as provider:
                try:
                    for test in suite.ALL:
                        title = test.__name__.replace("_", " ")
                        if options.only and options.only not in title:
                            continue
                        try:
                            test(service, provider)
                            passed += 1
                            print(f"✔ {title}", flush=True)
                        except Exception:
                            failed += 1
                            print(f"✘ {title}\n{traceback.format_exc()}", flush=True)
                finally:
                    service.stop()
                    if failed:
                        print(service.log()[-3000:])
    print(f"sign-in: {passed} passed, {failed} failed")
    if options.results:
        options.results.write_text(str(passed))
    return 1 if failed or not passed else 0


if __name__ == "__main__":
    sys.exit(main())
