import file from '../../../resources/models/feelings.json';
import { openWeights, type Weights, type WeightsFile } from './model/weights';

let opened: Weights | undefined;

/** The weights that are shipped, opened when first asked for. */
export function baseWeights(): Weights {
  opened ??= openWeights(file as WeightsFile);
  return opened;
}

export const modelFacts: WeightsFile['provenance'] = (file as WeightsFile).provenance;
