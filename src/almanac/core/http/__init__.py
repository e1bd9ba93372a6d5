"""The HTTP shape shared by all routes: problems, request ids, headers, the web app's files."""
