"""HTTP of accounts, by subject: translate, call the services, return."""

from almanac.identity.routes import access, devices, profile

routers = (access.router, devices.router, profile.router)
