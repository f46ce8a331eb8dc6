import { expect, test } from 'vitest';
import { createHubLog } from './log';
import { Metrics, routeOf } from './metrics';

test('figures come out as Prometheus reads them, and a label cannot break its line', () => {
  const metrics = new Metrics();
  metrics.count('ops_total', 'Operations.', { result: 'accepted' });
  metrics.count('ops_total', 'Operations.', { result: 'accepted' }, 2);
  metrics.count('odd_total', 'Odd.', { name: 'a"\n} 7' });
  metrics.took('/v1/push', 0.02);
  metrics.took('/v1/push', 40);
  const lines = metrics.text([{ name: 'seats', help: 'Seats.', value: 3 }]).split('\n');
  expect(lines).toContain('seats 3');
  expect(lines).toContain('ops_total{result="accepted"} 3');
  expect(lines).toContain('odd_total{name="a__} 7"} 1');
  expect(lines).toContain('qunduo_hub_request_seconds_bucket{route="/v1/push",le="0.01"} 0');
  expect(lines).toContain('qunduo_hub_request_seconds_bucket{route="/v1/push",le="0.025"} 1');
  expect(lines).toContain('qunduo_hub_request_seconds_bucket{route="/v1/push",le="30"} 1');
  expect(lines).toContain('qunduo_hub_request_seconds_bucket{route="/v1/push",le="+Inf"} 2');
});

test('routes are few, whatever a caller asks for', () => {
  expect(routeOf('/v1/seats/0198c0de/revoke')).toBe('/v1/seats');
  expect(routeOf('/v1/checkpoints/0198c0de/4')).toBe('/v1/checkpoints');
  expect(routeOf('/v1/pushed')).toBe('other');
  expect(routeOf('/wp-login.php')).toBe('other');
});

test('the log keeps back what an error says, which may quote what was to be stored', () => {
  const lines: string[] = [];
  const log = createHubLog((line) => lines.push(line));
  const error = Object.assign(new Error('value 13800138000 of 张三 too long\n    at 13800138000'), {
    code: '22001',
  });
  log.error('push', error, { id: 'r1' });
  expect(JSON.parse(lines[0] ?? '')).toMatchObject({
    level: 'error',
    event: 'push',
    code: '22001',
  });
  expect(lines.join()).not.toContain('张三');
  expect(lines.join()).not.toContain('13800138000');
});
