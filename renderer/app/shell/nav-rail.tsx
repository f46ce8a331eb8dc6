import { Tooltip } from '@mantine/core';
import { IconLayoutSidebarLeftCollapse, IconLayoutSidebarLeftExpand } from '@tabler/icons-react';
import { Fragment } from 'react';
import { Link, useLocation } from 'wouter';
import { type Area, areaGroups } from '../areas';
import { useMessages } from '../i18n/messages';
import { navMessages } from '../i18n/nav.messages';
import { changeSettings, useSettings } from '../settings';
import { BrandMark } from './brand-mark';
import { shellMessages } from './shell.messages';

const ICON = { size: 20, stroke: 1.75, 'aria-hidden': true } as const;

/** Left navigation over the areas that work; collapses to icons. */
export function NavRail() {
  const t = useMessages(shellMessages);
  const words = useMessages(navMessages);
  const isCollapsed = useSettings().navCollapsed === true;
  const [location] = useLocation();
  const current = location.split('/')[1] || 'today';
  const toggleLabel = t(isCollapsed ? 'expand' : 'collapse');
  const ToggleIcon = isCollapsed ? IconLayoutSidebarLeftExpand : IconLayoutSidebarLeftCollapse;

  return (
    <nav className="q-nav" aria-label={t('navigation')}>
      <div className="q-brand">
        <BrandMark />
        <span className="q-brand-name">{words('brand')}</span>
      </div>
      <div className="q-nav-list">
        {areaGroups.map((group, index) => (
          <Fragment key={group[0]?.id}>
            {index > 0 && <div className="q-nav-gap" />}
            {group.map((area) => (
              <NavLink
                key={area.id}
                area={area}
                label={words(area.id)}
                isCurrent={area.id === current}
                hasTooltip={isCollapsed}
              />
            ))}
          </Fragment>
        ))}
      </div>
      <Tooltip label={toggleLabel} position="right" disabled={!isCollapsed}>
        <button
          type="button"
          className="q-nav-link"
          aria-expanded={!isCollapsed}
          onClick={() => changeSettings({ navCollapsed: !isCollapsed })}
        >
          <ToggleIcon {...ICON} />
          <span>{toggleLabel}</span>
        </button>
      </Tooltip>
    </nav>
  );
}

type NavLinkProps = { area: Area; label: string; isCurrent: boolean; hasTooltip: boolean };

function NavLink({ area, label, isCurrent, hasTooltip }: NavLinkProps) {
  return (
    <Tooltip label={label} position="right" disabled={!hasTooltip}>
      <Link
        href={`/${area.id}`}
        className="q-nav-link"
        data-testid={`nav-${area.id}`}
        aria-current={isCurrent ? 'page' : undefined}
        onMouseEnter={area.preload}
        onFocus={area.preload}
      >
        <area.icon {...ICON} />
        <span>{label}</span>
      </Link>
    </Tooltip>
  );
}
