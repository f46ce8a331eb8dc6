import type { ComponentType } from 'react';
import { useLocation } from 'wouter';
import { deferred } from '@/ui/deferred';
import { PageSkeleton } from '@/ui/page-skeleton';
import { type InsightTab, tabOf } from './insights-tabs';

const part = (load: () => Promise<ComponentType>) => deferred(load, <PageSkeleton />).Part;

const parts: Record<InsightTab, ComponentType> = {
  persona: part(async () => (await import('./persona/persona-page')).PersonaPage),
  quadrants: part(async () => (await import('./quadrants/quadrants-page')).QuadrantsPage),
  rfm: part(async () => (await import('./rfm/rfm-page')).RfmPage),
  cohorts: part(async () => (await import('./cohorts/cohorts-page')).CohortsPage),
  value: part(async () => (await import('./value/value-page')).ValuePage),
  plays: part(async () => (await import('./plays/plays-tab')).PlaysTab),
};

/** What the models say of everybody, one model a page. */
export function InsightsPage() {
  const [location] = useLocation();
  const Part = parts[tabOf(location)];
  return <Part />;
}
