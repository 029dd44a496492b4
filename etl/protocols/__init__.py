"""One extractor per protocol: from what a publisher offers to rows of verbatim text."""
