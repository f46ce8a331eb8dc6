import { LANGUAGES, type Launch, type Settings } from '@shared/contracts/ipc';
import type { Language } from '../native/native.messages';
import { describeRuntime } from './runtime';

/** The environment fixes the language for tests; otherwise the user's choice, at first Chinese. */
export function pickLanguage(settings: Settings, environment: string | undefined): Language {
  return LANGUAGES.find((language) => language === environment) ?? settings.language ?? 'zh-CN';
}

export type LaunchParts = {
  settings: Settings;
  environment: NodeJS.ProcessEnv;
  electronVersion: string;
  appVersion: string;
  dataFolder: string;
  previousCrash: string | undefined;
};

export function describeLaunch(parts: LaunchParts): Launch {
  const { settings } = parts;
  const runtime = describeRuntime(parts.electronVersion);
  return {
    language: pickLanguage(settings, parts.environment.QUNDUO_LANG),
    theme: settings.theme ?? 'system',
    settings,
    inspect: parts.environment.QUNDUO_INSPECT === '1',
    platform: process.platform,
    appVersion: parts.appVersion,
    runtime: runtime.name,
    isFallbackRuntime: runtime.isFallbackRuntime,
    dataFolder: parts.dataFolder,
    ...(parts.previousCrash === undefined ? {} : { previousCrash: parts.previousCrash }),
  };
}
