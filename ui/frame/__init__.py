"""The frame around every page: settings, menu, language, links."""
