import { useQuery } from '@tanstack/react-query';
import { getNotificationSettings } from '#contract/notifications';
import { call } from '../../call.ts';
import { ErrorNote } from '../../parts/ErrorNote.tsx';
import { Loading } from '../../parts/Loading.tsx';
import { PageHead } from '../../parts/PageHead.tsx';
import { SettingsForm } from './SettingsForm.tsx';

/** What I am told, on the page and by e-mail, and in which hours. */
export function SettingsPage() {
  const settings = useQuery({
    queryKey: ['notification-settings'],
    queryFn: ({ signal }) => call(getNotificationSettings, { signal }),
  });
  return (
    <>
      <PageHead
        title="What reaches you"
        line={
          settings.data &&
          (settings.data.isMailConfigured
            ? `E-mails go to ${settings.data.email}.`
            : 'This installation sends no e-mails: notifications are on the page alone.')
        }
      />
      {settings.isError && <ErrorNote problem={settings.error} onRetry={() => void settings.refetch()} />}
      {settings.isPending && <Loading shape="table" />}
      {settings.data && <SettingsForm settings={settings.data} />}
    </>
  );
}
