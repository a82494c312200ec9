/** Between several words of one filter in an address of the record list: an address holds each name once. */
export const AND_ALSO = '|';
