import { generic } from './generic';
import { kuaituantuan } from './kuaituantuan';
import type { Shape, ShapeName } from './shape';
import { wecom } from './wecom';
import { youzan } from './youzan';

export const shapes: Record<ShapeName, Shape> = { generic, youzan, kuaituantuan, wecom };
