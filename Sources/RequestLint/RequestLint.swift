// RequestLint
