import { Checkbox, NumberInput, Textarea } from '@mantine/core';
import type { CommunityPart } from '#core/mentoring/communityWords';
import type { OwnPlaceBody } from './useCommunities.ts';

/** What a person says of their place: what they hope for, what they offer, and whether their work counts. */
export function OwnPlaceFields({
  part,
  own,
  onChange,
}: {
  part: CommunityPart;
  own: OwnPlaceBody;
  onChange: (own: OwnPlaceBody) => void;
}) {
  return (
    <>
      {part === 'mentee' && (
        <>
          <Textarea
            label="What you hope for"
            description="The core team reads it, to find you a first contact."
            placeholder="A first review in cardiology; Step 3 and visa questions"
            name="wants"
            autosize
            minRows={2}
            maxLength={500}
            value={own.wants ?? ''}
            onChange={event => onChange({ ...own, wants: event.currentTarget.value })}
          />
          <Checkbox
            label="I’d like somebody of a like path (school, language, visa)"
            description="Only then does it count, and only what you and they share with everybody."
            checked={own.wishesLikePath ?? false}
            onChange={event => onChange({ ...own, wishesLikePath: event.currentTarget.checked })}
          />
        </>
      )}
      {(part === 'senior' || part === 'faculty') && (
        <NumberInput
          label="How many newcomers you welcome at once"
          name="places"
          min={0}
          max={12}
          value={own.places ?? 0}
          onChange={next => onChange({ ...own, places: typeof next === 'number' ? next : 0 })}
        />
      )}
      {part !== 'committee' && (
        <Checkbox
          label="My work counts in the outcomes that a committee sees"
          description="Numbers alone, none about fewer than five people, never a note."
          checked={own.isCounted ?? true}
          onChange={event => onChange({ ...own, isCounted: event.currentTarget.checked })}
        />
      )}
    </>
  );
}
