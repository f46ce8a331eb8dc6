// Builds dist/hub alone, a process of its own for `buildHubWhenChanged`.
import { createBuilder } from 'vite';
import { inProject } from './project.mjs';

const builder = await createBuilder({ configFile: inProject('vite.config.ts'), logLevel: 'warn' });
const { hub } = builder.environments;
if (!hub) throw new Error('vite.config.ts names no hub');
await builder.build(hub);
