// The streaming interface of zlib, which reads gzip.
#include <zlib.h>
