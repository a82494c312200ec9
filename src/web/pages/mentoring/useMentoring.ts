import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { BodyInputOf, ParamsOf, ReplyOf } from '#contract/endpoint';
import { addGoal, changeGoal, removeGoal } from '#contract/goals';
import {
  acceptMentor,
  answerAgenda,
  answerMentorship,
  askForMentor,
  findMentors,
  getMentoring,
  getMentorship,
  inviteMentee,
  keepPromise,
  listInvitable,
  makePromise,
  planCheckIn,
  removeCheckInNote,
  saveMentorSeat,
  writeCheckInNote,
} from '#contract/mentoring';
import type { MentorTask } from '#core/people/vocabulary';
import { call } from '../../call.ts';

export type Mentoring = ReplyOf<typeof getMentoring>;
export type MentorshipRow = Mentoring['mentorships'][number];
export type Mentorship = ReplyOf<typeof getMentorship>;
export type CheckIn = Mentorship['checkIns'][number];
export type Goal = Mentoring['goals'][number];

export function useMentoring() {
  return useQuery({ queryKey: ['mentoring'], queryFn: ({ signal }) => call(getMentoring, { signal }) });
}

export function useMentorship(mentorshipId: string) {
  return useQuery({
    queryKey: ['mentoring', mentorshipId],
    queryFn: ({ signal }) => call(getMentorship, { params: { mentorshipId }, signal }),
  });
}

export function useMentors(task: MentorTask, likePath: boolean) {
  return useQuery({
    queryKey: ['mentors', task, likePath],
    queryFn: ({ signal }) => call(findMentors, { query: { task, likePath: likePath ? 'yes' : 'no' }, signal }),
  });
}

/** People whom a mentor may invite by name. */
export function useInvitable() {
  return useQuery({ queryKey: ['invitable'], queryFn: ({ signal }) => call(listInvitable, { signal }) });
}

/** A deed of mentoring: afterwards all that shows mentoring is asked for again. */
function useDeed<Input>(deed: (input: Input) => Promise<unknown>) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: deed,
    onSuccess: () =>
      Promise.all([
        queries.invalidateQueries({ queryKey: ['mentoring'] }),
        queries.invalidateQueries({ queryKey: ['mentors'] }),
      ]),
  });
}

export const useSaveSeat = () => useDeed((body: BodyInputOf<typeof saveMentorSeat>) => call(saveMentorSeat, { body }));
export const useAsk = () => useDeed((body: BodyInputOf<typeof askForMentor>) => call(askForMentor, { body }));
export const useAnswer = (mentorshipId: string) =>
  useDeed((body: BodyInputOf<typeof answerMentorship>) => call(answerMentorship, { params: { mentorshipId }, body }));
export const useInviteMentee = () => useDeed((body: BodyInputOf<typeof inviteMentee>) => call(inviteMentee, { body }));
export const useAccept = (mentorshipId: string) =>
  useDeed((startsOn: string) => call(acceptMentor, { params: { mentorshipId }, body: { startsOn } }));
export const usePlan = (checkInId: string) =>
  useDeed((body: BodyInputOf<typeof planCheckIn>) => call(planCheckIn, { params: { checkInId }, body }));
export const useAgenda = (params: ParamsOf<typeof answerAgenda>) =>
  useDeed((answer: string) => call(answerAgenda, { params, body: { answer } }));
export const useWriteNote = (checkInId: string) =>
  useDeed((body: BodyInputOf<typeof writeCheckInNote>) => call(writeCheckInNote, { params: { checkInId }, body }));
export const useRemoveNote = () => useDeed((noteId: string) => call(removeCheckInNote, { params: { noteId } }));
export const usePromise = (mentorshipId: string) =>
  useDeed((body: BodyInputOf<typeof makePromise>) => call(makePromise, { params: { mentorshipId }, body }));
export const useKeep = () =>
  useDeed(({ promiseId, isKept }: { promiseId: string; isKept: boolean }) =>
    call(keepPromise, { params: { promiseId }, body: { isKept } }),
  );
export const useAddGoal = () => useDeed((body: BodyInputOf<typeof addGoal>) => call(addGoal, { body }));
export const useChangeGoal = () =>
  useDeed(({ goalId, body }: { goalId: string; body: BodyInputOf<typeof changeGoal> }) =>
    call(changeGoal, { params: { goalId }, body }),
  );
export const useRemoveGoal = () => useDeed((goalId: string) => call(removeGoal, { params: { goalId } }));
