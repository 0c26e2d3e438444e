# The product without a Neo4j of its own: compose.yaml gives it one.
FROM node:22-bookworm-slim AS build
WORKDIR /interlock
COPY package.json package-lock.json .npmrc ./
RUN npm ci --no-audit --no-fund
COPY . .
RUN npm run build && npm prune --omit=dev --no-audit --no-fund

FROM node:22-bookworm-slim
WORKDIR /interlock
ENV NODE_ENV=production
COPY --from=build /interlock/package.json ./
COPY --from=build /interlock/node_modules node_modules
COPY --from=build /interlock/dist dist
COPY --from=build /interlock/cypher cypher
COPY --from=build /interlock/seed seed
COPY --from=build /interlock/server server
USER node
EXPOSE 4680
CMD ["node", "dist/server/main.js", "serve"]
