#ifndef INCONTRO_CCURL_SHIM_H
#define INCONTRO_CCURL_SHIM_H

/* The checks of argument types are macros for C; the functions below give Swift a type per kind of option. */
#define CURL_DISABLE_TYPECHECK
#include <curl/curl.h>
#include <stdbool.h>

/* Swift cannot call functions with a variable number of arguments: one function per kind of value. */

static inline CURLcode incontro_curl_global_init(void) {
    return curl_global_init(CURL_GLOBAL_DEFAULT);
}

static inline CURLcode incontro_curl_set_long(CURL *easy, CURLoption option, long value) {
    return curl_easy_setopt(easy, option, value);
}

static inline CURLcode incontro_curl_set_size(CURL *easy, CURLoption option, curl_off_t value) {
    return curl_easy_setopt(easy, option, value);
}

static inline CURLcode incontro_curl_set_text(CURL *easy, CURLoption option, const char *value) {
    return curl_easy_setopt(easy, option, value);
}

static inline CURLcode incontro_curl_set_pointer(CURL *easy, CURLoption option, void *value) {
    return curl_easy_setopt(easy, option, value);
}

static inline CURLcode incontro_curl_set_list(CURL *easy, CURLoption option, struct curl_slist *list) {
    return curl_easy_setopt(easy, option, list);
}

typedef size_t (*incontro_curl_sink)(char *bytes, size_t size, size_t count, void *context);

static inline CURLcode incontro_curl_set_sink(CURL *easy, CURLoption option, incontro_curl_sink sink) {
    return curl_easy_setopt(easy, option, sink);
}

/* Nothing but http and https, or nothing but mail, whatever a URL says (no file:, no ftp:). */
static inline CURLcode incontro_curl_allow_only(CURL *easy, bool mail) {
#if LIBCURL_VERSION_NUM >= 0x075500
    return curl_easy_setopt(easy, CURLOPT_PROTOCOLS_STR, mail ? "smtp,smtps" : "http,https");
#else
    return curl_easy_setopt(
        easy, CURLOPT_PROTOCOLS,
        (long)(mail ? CURLPROTO_SMTP | CURLPROTO_SMTPS : CURLPROTO_HTTP | CURLPROTO_HTTPS));
#endif
}

static inline CURLcode incontro_curl_get_long(CURL *easy, CURLINFO info, long *value) {
    return curl_easy_getinfo(easy, info, value);
}

static inline CURLMcode incontro_curl_multi_set_long(CURLM *multi, CURLMoption option, long value) {
    return curl_multi_setopt(multi, option, value);
}

/* The union in the message has no name in Swift that all versions share. */
static inline CURLcode incontro_curl_message_result(const CURLMsg *message) {
    return message->data.result;
}

#endif
