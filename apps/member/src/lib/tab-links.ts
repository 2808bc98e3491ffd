/** Only a browser has links to look after. */
export function tameTabLinks(): void {}
