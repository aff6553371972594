"""How gunicorn serves Codeyard. Every value here can be overridden by GUNICORN_CMD_ARGS."""

import os

bind = os.environ.get("BIND") or f"127.0.0.1:{os.environ.get('PORT') or '8000'}"
worker_class = "gthread"
workers = int(os.environ.get("WEB_WORKERS") or 2)
threads = int(os.environ.get("WEB_THREADS") or 8)
keepalive = 30
timeout = 60
graceful_timeout = 20
# Workers are renewed: a database connection that has visited many schools holds their catalogues in memory.
max_requests = 50_000
max_requests_jitter = 5_000
# Heartbeat files in memory where there is such a folder: a slow disk must not look like a hung worker.
worker_tmp_dir = "/dev/shm" if os.access("/dev/shm", os.W_OK) else None  # noqa: S108
accesslog = "-" if os.environ.get("ACCESS_LOG") else None
errorlog = "-"
loglevel = os.environ.get("GUNICORN_LOG_LEVEL") or "warning"
forwarded_allow_ips = os.environ.get("FORWARDED_ALLOW_IPS") or "127.0.0.1"
limit_request_line = 8190
limit_request_fields = 100
