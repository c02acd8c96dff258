// The event interface of libyaml.
#include <yaml.h>
