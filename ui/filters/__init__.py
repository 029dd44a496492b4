"""The choices that pages share; each stands in the URL under its Dutch name."""
