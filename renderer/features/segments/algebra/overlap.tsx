import { UnstyledButton } from '@mantine/core';
import { textEm } from '@shared/domain/calendar/sheet/measure';
import type { Rule } from '@shared/domain/rules/rule.schema';
import { useMessages } from '@/app/i18n/messages';
import { useFormat } from '@/app/use-format';
import { useSegmentCount } from '../count/use-segment-count';
import { showPeople } from '../people-choice';
import { segmentsMessages } from '../segments.messages';
import { type Region, regionsOf } from './algebra';
import classes from './algebra-page.module.css';

type NamedSet = { name: string; rule: Rule };
type Place = { x: number; y: number };

const DRAWN_AT_MOST = 3;

/** Circles of equal size that all overlap; places by the sets that a part lies in. */
const CIRCLES: Record<2 | 3, Place[]> = {
  2: [
    { x: 135, y: 130 },
    { x: 225, y: 130 },
  ],
  3: [
    { x: 135, y: 115 },
    { x: 225, y: 115 },
    { x: 180, y: 193 },
  ],
};
const RADIUS: Record<2 | 3, number> = { 2: 95, 3: 85 };
const NAMES: Record<2 | 3, Place[]> = {
  2: [
    { x: 95, y: 24 },
    { x: 265, y: 24 },
  ],
  3: [
    { x: 95, y: 20 },
    { x: 265, y: 20 },
    { x: 180, y: 296 },
  ],
};

/** How some sets lie over each other: two or three are drawn, with a table behind. */
export function Overlap({ sets }: { sets: readonly NamedSet[] }) {
  const t = useMessages(segmentsMessages);
  if (sets.length > DRAWN_AT_MOST) return <p className={classes.quiet}>{t('tooMany')}</p>;
  const size = sets.length === 3 ? 3 : 2;
  const regions = regionsOf(sets.map((it) => it.rule));
  return (
    <div className={classes.two}>
      <figure style={{ margin: 0 }}>
        <svg
          className={classes.picture}
          viewBox={`0 0 360 ${size === 3 ? 304 : 236}`}
          role="img"
          aria-label={t('picture', { parts: sets.map((it) => it.name).join(' · ') })}
        >
          {CIRCLES[size].map((at, i) => (
            <circle
              key={sets[i]?.name ?? i}
              cx={at.x}
              cy={at.y}
              r={RADIUS[size]}
              fill={`var(--q-chart-${i + 1})`}
              stroke={`var(--q-chart-${i + 1})`}
            />
          ))}
          {NAMES[size].map((at, i) => (
            <text key={sets[i]?.name ?? i} className={classes.setName} x={at.x} y={at.y}>
              {shortened(sets[i]?.name ?? '')}
            </text>
          ))}
          {regions.map((region) => (
            <RegionCount
              key={region.inside.join('-')}
              region={region}
              at={placeOf(region, CIRCLES[size])}
            />
          ))}
        </svg>
        <figcaption className={classes.quiet}>{t('pictureNote')}</figcaption>
      </figure>
      <table className={classes.table} aria-label={t('tableTitle')}>
        <thead>
          <tr>
            <th>{t('tableRegion')}</th>
            <th className={classes.count}>{t('tableCount')}</th>
          </tr>
        </thead>
        <tbody>
          {regions.map((region) => (
            <RegionRow key={region.inside.join('-')} region={region} sets={sets} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** Two names stand beside each other above the picture. */
const LONGEST_EM = 13;

function shortened(name: string): string {
  if (textEm(name) <= LONGEST_EM) return name;
  let kept = '';
  for (const character of name) {
    if (textEm(`${kept}${character}…`) > LONGEST_EM) break;
    kept += character;
  }
  return `${kept.trimEnd()}…`;
}

/** The middle of the circles that a part lies in, drawn away from the others. */
function placeOf({ inside }: Region, circles: readonly Place[]): Place {
  const middle = (of: readonly Place[]): Place => ({
    x: of.reduce((sum, it) => sum + it.x, 0) / of.length,
    y: of.reduce((sum, it) => sum + it.y, 0) / of.length,
  });
  const own = middle(circles.filter((_, i) => inside.includes(i)));
  if (inside.length === circles.length) return own;
  const all = middle(circles);
  const away = inside.length === 1 ? 1.7 : 1.9;
  return { x: all.x + (own.x - all.x) * away, y: all.y + (own.y - all.y) * away };
}

function RegionCount({ region, at }: { region: Region; at: Place }) {
  const format = useFormat();
  const { count } = useSegmentCount(region.rule, 0);
  return (
    <text x={at.x} y={at.y + 4} data-testid="overlap-part" data-count={count?.n ?? ''}>
      {count ? format.count(count.n) : '…'}
    </text>
  );
}

function RegionRow({ region, sets }: { region: Region; sets: readonly NamedSet[] }) {
  const t = useMessages(segmentsMessages);
  const format = useFormat();
  const { count } = useSegmentCount(region.rule, 0);
  const names = region.inside.map((i) => sets[i]?.name ?? '').join(' · ');
  const word =
    region.inside.length === sets.length ? t('inAll', { names }) : t('onlyIn', { names });
  return (
    <tr>
      <td>
        <UnstyledButton
          fz="var(--q-size-13)"
          onClick={() => showPeople({ title: word, rule: region.rule })}
        >
          {word}
        </UnstyledButton>
      </td>
      <td className={classes.count}>{count ? format.count(count.n) : '…'}</td>
    </tr>
  );
}
