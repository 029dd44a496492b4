"""Over deze cijfers: sources, definitions, whole tables."""
