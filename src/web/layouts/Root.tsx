import { Outlet } from '@tanstack/react-router';
import { Toaster } from '../parts/Toaster.tsx';
import { PlaceAnnouncement } from './PlaceAnnouncement.tsx';

/** Around every page, whatever its layout: where we are, and the one message. */
export function Root() {
  return (
    <>
      <Outlet />
      <PlaceAnnouncement />
      <Toaster />
    </>
  );
}
