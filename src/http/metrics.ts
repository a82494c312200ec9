import type { RequestHandler } from 'express';
import { collectDefaultMetrics, Histogram, Registry } from 'prom-client';

/** What Prometheus reads: the process's own figures and how long requests took, by route and status. */
export function createMetrics(): { measure: RequestHandler; answer: RequestHandler } {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const duration = new Histogram({
    name: 'pooled_http_request_duration_seconds',
    help: 'How long a request took, by method, route and status',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
    registers: [registry],
  });
  return {
    measure: (request, response, next) => {
      const stop = duration.startTimer({ method: request.method });
      response.once('finish', () => {
        // The route's pattern, never the path itself: ids would make a series each.
        stop({
          route: request.route?.path ? String(request.route.path) : 'other',
          status: String(response.statusCode),
        });
      });
      next();
    },
    answer: async (_request, response) => {
      response.type(registry.contentType).send(await registry.metrics());
    },
  };
}
