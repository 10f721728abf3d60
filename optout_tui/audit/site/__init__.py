"""A website's signals: who may take it, by which line; pure but for ``fetch``, the one door out."""
