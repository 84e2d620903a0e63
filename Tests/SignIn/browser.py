"""A browser that keeps cookies and shows each step."""

import http.cookiejar
import re
import urllib.error
import urllib.parse
import urllib.request


class NoRedirect(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *_):
        return None


class Answer:
    def __init__(self, url, status, headers, body):
        self.url, self.status, self.headers = url, status, headers
        self.text = body.decode("utf-8", "replace")

    @property
    def location(self):
        return urllib.parse.urljoin(self.url, self.headers["Location"])

    @property
    def heading(self):
        found = re.search(r"<h1[^>]*>(.*?)</h1>", self.text, re.DOTALL)
        return found.group(1) if found else None

    @property
    def token(self):
        return re.search(r'name="_csrf" value="([^"]+)"', self.text).group(1)


class Browser:
    def __init__(self):
        self.jar = http.cookiejar.CookieJar()
        self.opener = urllib.request.build_opener(
            NoRedirect, urllib.request.HTTPCookieProcessor(self.jar), urllib.request.ProxyHandler({})
        )

    def cookies(self):
        return {cookie.name: cookie.value for cookie in self.jar}

    def get(self, url, **headers):
        return self.send(urllib.request.Request(url, headers=headers))

    def post(self, url, **fields):
        data = urllib.parse.urlencode(fields).encode()
        return self.send(urllib.request.Request(url, data=data))

    def send(self, request):
        try:
            with self.opener.open(request, timeout=20) as answer:
                return Answer(request.full_url, answer.status, answer.headers, answer.read())
        except urllib.error.HTTPError as error:
            return Answer(request.full_url, error.code, error.headers, error.read())

    def follow(self, answer, until=lambda url: False):
        """The page where redirects end, or the answer that leads to an address that `until` names."""
        for _ in range(10):
            if answer.status not in (301, 302, 303, 307) or until(answer.location):
                return answer
            answer = self.get(answer.location)
        raise AssertionError("redirects without end")
