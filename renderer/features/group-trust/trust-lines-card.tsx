import type { GroupLifeSettings } from '@shared/domain/group-life/life-settings.schema';
import { TRUST_AREAS } from '@shared/domain/group-life/life-settings.schema';
import type { TrustLine } from '@shared/domain/group-life/trust-lines.rules';
import { Fragment } from 'react';
import { useMessages } from '@/app/i18n/messages';
import { Card } from '@/ui/card';
import { Why } from '@/ui/why';
import { trustMessages } from './trust.messages';
import classes from './trust.module.css';
import { pointsText, useTrustWords } from './use-trust-words';

type TrustLinesCardProps = {
  lines: readonly TrustLine[];
  indexTenths: number;
  settings: GroupLifeSettings['trust'];
};

/** Every part with its figure, so that the index can be reckoned by hand: the points add up to it. */
export function TrustLinesCard({ lines, indexTenths, settings }: TrustLinesCardProps) {
  const t = useMessages(trustMessages);
  const numbers = ['colWeight', 'colMost', 'colEarned', 'colPoints'] as const;
  return (
    <Card title={t('linesTitle')} actions={<Why word={t('why')}>{t('whyIndex')}</Why>}>
      <table className={classes.lines}>
        <thead>
          <tr>
            <th scope="col" className={classes.wholeWidth}>
              {t('colPart')}
            </th>
            <th scope="col">{t('colFigure')}</th>
            <th scope="col">{t('colAnchor')}</th>
            {numbers.map((key) => (
              <th key={key} scope="col" data-number>
                {t(key)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {TRUST_AREAS.map((area) => (
            <Fragment key={area}>
              <AreaHead lines={lines.filter((line) => line.area === area)} />
              {lines.flatMap((line) =>
                line.area === area
                  ? [<PartLine key={line.part} line={line} settings={settings} />]
                  : [],
              )}
            </Fragment>
          ))}
        </tbody>
        <tfoot>
          <tr data-sum>
            <th scope="row" colSpan={4}>
              {t('sum')}
            </th>
            <td data-number>100.0</td>
            <td />
            <td data-number>{pointsText(indexTenths)}</td>
          </tr>
        </tfoot>
      </table>
      <p className={classes.quiet}>{t('linesNote')}</p>
    </Card>
  );
}

const sumOf = (lines: readonly TrustLine[], of: 'mostTenths' | 'pointsTenths') =>
  lines.reduce((sum, line) => sum + (line[of] ?? 0), 0);

function AreaHead({ lines }: { lines: readonly TrustLine[] }) {
  const t = useMessages(trustMessages);
  const [first] = lines;
  if (!first) return null;
  const isKnown = lines.some(({ pointsTenths }) => pointsTenths !== undefined);
  return (
    <tr className={classes.areaHead} data-known={isKnown}>
      <th scope="rowgroup" colSpan={4}>
        {t('areaWeight', { area: t(`area.${first.area}`), weight: first.areaWeight })}
      </th>
      <td data-number>{isKnown ? pointsText(sumOf(lines, 'mostTenths')) : '—'}</td>
      <td />
      <td data-number>{isKnown ? pointsText(sumOf(lines, 'pointsTenths')) : t('noData')}</td>
    </tr>
  );
}

type PartLineProps = { line: TrustLine; settings: GroupLifeSettings['trust'] };

function PartLine({ line, settings }: PartLineProps) {
  const t = useMessages(trustMessages);
  const say = useTrustWords();
  const { part, weight, earned, mostTenths, pointsTenths } = line;
  return (
    <tr
      data-testid="trust-part"
      data-part={part}
      data-points={pointsTenths === undefined ? '' : pointsText(pointsTenths)}
      data-most={mostTenths === undefined ? '' : pointsText(mostTenths)}
      data-known={pointsTenths !== undefined}
    >
      <th scope="row">
        {t(`part.${part}`)}
        <small>{t(`means.${part}`)}</small>
      </th>
      <td className={classes.figure}>{say.figure(line)}</td>
      <td>{say.anchor(part, settings)}</td>
      <td data-number>{weight}</td>
      <td data-number>{mostTenths === undefined ? '—' : pointsText(mostTenths)}</td>
      <td data-number>{earned === undefined ? '—' : `× ${earned.toFixed(3)}`}</td>
      <td data-number>{pointsTenths === undefined ? '—' : pointsText(pointsTenths)}</td>
    </tr>
  );
}
