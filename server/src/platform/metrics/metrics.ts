import { Injectable } from '@nestjs/common';
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

/** What Prometheus reads at /metrics. One registry an application, so that several can live in one process. */
@Injectable()
export class Metrics {
  readonly registry = new Registry();

  readonly http = new Histogram({
    name: 'guihu_http_seconds',
    help: 'Time to answer a request',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5],
    registers: [this.registry],
  });

  readonly jobs = new Counter({
    name: 'guihu_jobs_total',
    help: 'Background jobs by how they ended',
    labelNames: ['kind', 'outcome'],
    registers: [this.registry],
  });

  readonly jobSeconds = new Histogram({
    name: 'guihu_job_seconds',
    help: 'Time a background job took',
    labelNames: ['kind'],
    buckets: [0.01, 0.05, 0.1, 0.5, 1, 5, 30],
    registers: [this.registry],
  });

  readonly jobsDue = new Gauge({ name: 'guihu_jobs_due', help: 'Jobs that are due and wait for a worker', registers: [this.registry] });

  /** Invariant sweep: what was found without owner, pool or pending job. */
  readonly orphans = new Counter({
    name: 'guihu_orphans_repaired_total',
    help: 'Records found without an owner, a pool or a pending job, and repaired',
    labelNames: ['kind'],
    registers: [this.registry],
  });

  readonly messages = new Counter({
    name: 'guihu_messages_total',
    help: 'Messages by channel and how they ended',
    labelNames: ['channel', 'outcome'],
    registers: [this.registry],
  });

  readonly uploads = new Counter({
    name: 'guihu_uploads_total',
    help: 'Photos and videos sent, by how it ended',
    labelNames: ['kind', 'outcome'],
    registers: [this.registry],
  });

  readonly uploadsSwept = new Counter({
    name: 'guihu_uploads_swept_total',
    help: 'Uploads that were used for nothing and files without an upload, removed',
    labelNames: ['what'],
    registers: [this.registry],
  });

  constructor() {
    collectDefaultMetrics({ register: this.registry });
  }
}
