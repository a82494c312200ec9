import { join } from 'node:path';
import { createBucket } from '#gateways/files/bucket';
import { createBucketFiles } from '#gateways/files/bucketFiles';
import { createFolderFiles } from '#gateways/files/folderFiles';

/** Where uploaded files are kept: a folder below the data folder, or a bucket with that folder as its copy on this machine. */
export function openFiles(place: { readonly dataFolder: string; readonly bucketUrl: string | undefined }) {
  const folder = createFolderFiles(join(place.dataFolder, 'files'));
  return place.bucketUrl ? createBucketFiles(folder, createBucket(place.bucketUrl)) : folder;
}
