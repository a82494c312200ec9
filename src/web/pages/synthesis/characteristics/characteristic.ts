import type { listCharacteristics } from '#contract/characteristics';
import type { ReplyOf } from '#contract/endpoint';

export type CharacteristicList = ReplyOf<typeof listCharacteristics>;
export type Characteristic = CharacteristicList['characteristics'][number];
