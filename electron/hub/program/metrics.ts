/** Seconds; from a bell's answer on loopback to a push of eight megabytes over a slow line. */
const BUCKETS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];

type Labels = Record<string, string>;
type Counter = { name: string; help: string; values: Map<string, number> };
type Histogram = { counts: number[]; sum: number; count: number };

/** Counts and durations of one hub process, as Prometheus reads them. */
export class Metrics {
  readonly #counters = new Map<string, Counter>();
  readonly #routes = new Map<string, Histogram>();

  /** Adds to a counter; `help` is what the first to name it says. */
  count(name: string, help: string, labels: Labels = {}, by = 1): void {
    const counter = this.#counters.get(name) ?? { name, help, values: new Map() };
    this.#counters.set(name, counter);
    const key = labelText(labels);
    counter.values.set(key, (counter.values.get(key) ?? 0) + by);
  }

  took(route: string, seconds: number): void {
    const histogram = this.#routes.get(route) ?? {
      counts: BUCKETS.map(() => 0),
      sum: 0,
      count: 0,
    };
    this.#routes.set(route, histogram);
    histogram.sum += seconds;
    histogram.count += 1;
    for (const [i, most] of BUCKETS.entries()) {
      if (seconds <= most) histogram.counts[i] = (histogram.counts[i] ?? 0) + 1;
    }
  }

  /** `gauges`: what is so at this moment, with what it means. */
  text(gauges: readonly { name: string; help: string; value: number }[]): string {
    const lines: string[] = [];
    for (const { name, help, value } of gauges) {
      lines.push(`# HELP ${name} ${help}`, `# TYPE ${name} gauge`, `${name} ${value}`);
    }
    for (const { name, help, values } of this.#counters.values()) {
      lines.push(`# HELP ${name} ${help}`, `# TYPE ${name} counter`);
      for (const [labels, value] of values) lines.push(`${name}${labels} ${value}`);
    }
    const name = 'qunduo_hub_request_seconds';
    lines.push(`# HELP ${name} Time from a request to the end of its answer.`);
    lines.push(`# TYPE ${name} histogram`);
    for (const [route, { counts, sum, count }] of this.#routes) {
      for (const [i, most] of BUCKETS.entries()) {
        lines.push(`${name}_bucket${labelText({ route, le: String(most) })} ${counts[i]}`);
      }
      lines.push(`${name}_bucket${labelText({ route, le: '+Inf' })} ${count}`);
      lines.push(`${name}_sum${labelText({ route })} ${sum.toFixed(6)}`);
      lines.push(`${name}_count${labelText({ route })} ${count}`);
    }
    return `${lines.join('\n')}\n`;
  }
}

function labelText(labels: Labels): string {
  const pairs = Object.entries(labels).map(
    ([key, value]) => `${key}="${value.replace(/[\\"\n]/g, '_')}"`,
  );
  return pairs.length === 0 ? '' : `{${pairs.join(',')}}`;
}

const KNOWN = /^\/v1\/(?:join|leave|me|push|pull|checkpoints?|seats|invites|names|bell)(?=\/|$)/;

/** The route of a path, without ids, so that no caller can make labels without end. */
export const routeOf = (path: string): string => KNOWN.exec(path)?.[0] ?? 'other';
