// Access to the compiled registry. The bytes live as long as the process.
#ifndef RULE_DATA_H
#define RULE_DATA_H

#include <stddef.h>

const unsigned char *_Nonnull rule_data_bytes(void);
size_t rule_data_count(void);

#endif
