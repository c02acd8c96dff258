// The compiled registry: rule pages, model and tables in one blob that is read in place.
// `make generate` writes rules.blob from the rules folder; a test says when it is stale.
#include "RuleData.h"

#pragma clang diagnostic ignored "-Wc23-extensions"

_Alignas(16) static const unsigned char blob[] = {
#embed "rules.blob"
};

const unsigned char *rule_data_bytes(void) { return blob; }

size_t rule_data_count(void) { return sizeof blob; }
