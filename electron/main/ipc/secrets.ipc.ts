import type { SecretStore } from '../files/secret-store';
import type { Handlers } from './dispatch';

type SecretsChannel = 'rememberSecret' | 'recallSecret' | 'forgetSecret';

export function createSecretsHandlers(store: SecretStore): Pick<Handlers, SecretsChannel> {
  return {
    rememberSecret: (name, text) => store.remember(name, text),
    recallSecret: (name) => store.recall(name),
    forgetSecret: (name) => store.forget(name),
  };
}
