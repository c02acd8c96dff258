// PCRE2's header serves three code unit widths; this project matches bytes.
#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>
