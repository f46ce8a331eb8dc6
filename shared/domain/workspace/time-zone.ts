/** Business days are of this zone until a workspace says otherwise. */
export const DEFAULT_TIME_ZONE = 'Asia/Shanghai';
