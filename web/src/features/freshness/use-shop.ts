/** The shop as the server knows it: its date decides what is today here. */
import { useQuery } from '@tanstack/react-query'
import { readShopOptions } from '@/api/@tanstack/react-query.gen'

export const useShop = () => useQuery(readShopOptions())
