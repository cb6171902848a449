import { InstantCell as InstantCell_c65b8611719212a10b94e343b865cfba } from 'fieldbook/admin/ui/instant-cell'
import { InstantInput as InstantInput_f945b361bda5c4212a6d36504b8da7da } from 'fieldbook/admin/ui/instant-input'
import { ListedInput as ListedInput_8b4ab6f8e54f4602a32f0f14b215e8ec } from 'fieldbook/admin/ui/listed-input'
import { AmountCell as AmountCell_38595ad0a79d9c9a29d65f5f719d2c38 } from 'fieldbook/admin/ui/amount-cell'
import { AmountInput as AmountInput_2a6eff675882935f98b17abaa79b551a } from 'fieldbook/admin/ui/amount-input'
import { BookingPage as BookingPage_c8d87e534db48157c333f0935b4c883e } from 'fieldbook/admin/bookings/page/booking-page'
import { BookingsList as BookingsList_24187877bf3465ce1d0ef5ca7555fa4c } from 'fieldbook/admin/bookings/list/bookings-list'
import { StockList as StockList_4f486bbfade94491c78f1e185774f331 } from 'fieldbook/admin/shell/stock-list'
import { ByInvitation as ByInvitation_df22e8c12b62c49b3adbd72d18250235 } from 'fieldbook/admin/people/by-invitation'
import { WeekHours as WeekHours_09112470716829ca5ec2fbcad853df76 } from 'fieldbook/admin/scheduling/week-hours'
import { HoursExceptions as HoursExceptions_596f538fe85aa7cdd09a437151f85675 } from 'fieldbook/admin/scheduling/hours-exceptions'
import { InviteButton as InviteButton_de5761ae16fb1d70ee065e9c2c41c23d } from 'fieldbook/admin/people/invite-button'
import { OwnPassword as OwnPassword_6193fa3eb335df6dc5e1a144f3ff71bc } from 'fieldbook/admin/people/own-password'
import { PermissionsField as PermissionsField_0cfe5a8261cb70c33dc5ad85e0e51c4f } from 'fieldbook/admin/people/permissions-field'
import { Rail as Rail_e4747949807ba25f29309f2127c87cfc } from 'fieldbook/admin/shell/rail/rail'
import { Icon as Icon_a60f2dfdb1d575cc4b33ded05f342f4c } from 'fieldbook/admin/shell/brand'
import { Logo as Logo_a60f2dfdb1d575cc4b33ded05f342f4c } from 'fieldbook/admin/shell/brand'
import { SearchBox as SearchBox_e9f8f68497f88b7e58ea4630281a6963 } from 'fieldbook/admin/shell/search/search-box'
import { Bell as Bell_4ecb0dd6466ce1c4e755c62749867a9f } from 'fieldbook/admin/shell/bell/bell'
import { SignInTitle as SignInTitle_1382064b9d6d7378f3f52c1ec9767c7c } from 'fieldbook/admin/shell/sign-in-title'
import { PanelFrame as PanelFrame_f1d0d784ca7dedb878fd82357efa22e2 } from 'fieldbook/admin/shell/panel-frame'
import { Home as Home_f949155527b4a8b97f3bbfc97e4babb1 } from 'fieldbook/admin/shell/home'
import { OtherDoor as OtherDoor_a5f09c9cb835626126222b645cf71978 } from 'fieldbook/admin/shell/other-door'
import { Settings as Settings_e9d492ff5371460d8b64e51c6bcd7f05 } from 'fieldbook/admin/shell/settings/settings'
import { NewBooking as NewBooking_2be67ee2bdcc82fd7f8a81f90647e06e } from 'fieldbook/admin/bookings/new/new-booking'
import { Dispatch as Dispatch_f647ad9cb114b1164d2e976467659f9e } from 'fieldbook/admin/scheduling/board/dispatch'
import { FindATime as FindATime_4ff03e63e35cc6a7ab367b7d19d79ba4 } from 'fieldbook/admin/scheduling/finder/find-a-time'
import { Calendar as Calendar_7bf0962be96fdbe672604e906d9b9ad0 } from 'fieldbook/admin/scheduling/calendar/calendar'
import { SetupCheck as SetupCheck_d8894965b8960482f3b0f7eb325411e8 } from 'fieldbook/admin/setup/setup-check'
import { Start as Start_4f43f8efac494f47e4495c32224f913c } from 'fieldbook/admin/setup/start/start'
import { Outbox as Outbox_6c15a84287d871c74a25d57e570278a0 } from 'fieldbook/admin/messages/outbox'
import { CollectionCards as CollectionCards_f9c02e79a4aed9a3924487c0cd4cafb1 } from '@payloadcms/next/rsc'

/** @type import('payload').ImportMap */
export const importMap = {
  "fieldbook/admin/ui/instant-cell#InstantCell": InstantCell_c65b8611719212a10b94e343b865cfba,
  "fieldbook/admin/ui/instant-input#InstantInput": InstantInput_f945b361bda5c4212a6d36504b8da7da,
  "fieldbook/admin/ui/listed-input#ListedInput": ListedInput_8b4ab6f8e54f4602a32f0f14b215e8ec,
  "fieldbook/admin/ui/amount-cell#AmountCell": AmountCell_38595ad0a79d9c9a29d65f5f719d2c38,
  "fieldbook/admin/ui/amount-input#AmountInput": AmountInput_2a6eff675882935f98b17abaa79b551a,
  "fieldbook/admin/bookings/page/booking-page#BookingPage": BookingPage_c8d87e534db48157c333f0935b4c883e,
  "fieldbook/admin/bookings/list/bookings-list#BookingsList": BookingsList_24187877bf3465ce1d0ef5ca7555fa4c,
  "fieldbook/admin/shell/stock-list#StockList": StockList_4f486bbfade94491c78f1e185774f331,
  "fieldbook/admin/people/by-invitation#ByInvitation": ByInvitation_df22e8c12b62c49b3adbd72d18250235,
  "fieldbook/admin/scheduling/week-hours#WeekHours": WeekHours_09112470716829ca5ec2fbcad853df76,
  "fieldbook/admin/scheduling/hours-exceptions#HoursExceptions": HoursExceptions_596f538fe85aa7cdd09a437151f85675,
  "fieldbook/admin/people/invite-button#InviteButton": InviteButton_de5761ae16fb1d70ee065e9c2c41c23d,
  "fieldbook/admin/people/own-password#OwnPassword": OwnPassword_6193fa3eb335df6dc5e1a144f3ff71bc,
  "fieldbook/admin/people/permissions-field#PermissionsField": PermissionsField_0cfe5a8261cb70c33dc5ad85e0e51c4f,
  "fieldbook/admin/shell/rail/rail#Rail": Rail_e4747949807ba25f29309f2127c87cfc,
  "fieldbook/admin/shell/brand#Icon": Icon_a60f2dfdb1d575cc4b33ded05f342f4c,
  "fieldbook/admin/shell/brand#Logo": Logo_a60f2dfdb1d575cc4b33ded05f342f4c,
  "fieldbook/admin/shell/search/search-box#SearchBox": SearchBox_e9f8f68497f88b7e58ea4630281a6963,
  "fieldbook/admin/shell/bell/bell#Bell": Bell_4ecb0dd6466ce1c4e755c62749867a9f,
  "fieldbook/admin/shell/sign-in-title#SignInTitle": SignInTitle_1382064b9d6d7378f3f52c1ec9767c7c,
  "fieldbook/admin/shell/panel-frame#PanelFrame": PanelFrame_f1d0d784ca7dedb878fd82357efa22e2,
  "fieldbook/admin/shell/home#Home": Home_f949155527b4a8b97f3bbfc97e4babb1,
  "fieldbook/admin/shell/other-door#OtherDoor": OtherDoor_a5f09c9cb835626126222b645cf71978,
  "fieldbook/admin/shell/settings/settings#Settings": Settings_e9d492ff5371460d8b64e51c6bcd7f05,
  "fieldbook/admin/bookings/new/new-booking#NewBooking": NewBooking_2be67ee2bdcc82fd7f8a81f90647e06e,
  "fieldbook/admin/scheduling/board/dispatch#Dispatch": Dispatch_f647ad9cb114b1164d2e976467659f9e,
  "fieldbook/admin/scheduling/finder/find-a-time#FindATime": FindATime_4ff03e63e35cc6a7ab367b7d19d79ba4,
  "fieldbook/admin/scheduling/calendar/calendar#Calendar": Calendar_7bf0962be96fdbe672604e906d9b9ad0,
  "fieldbook/admin/setup/setup-check#SetupCheck": SetupCheck_d8894965b8960482f3b0f7eb325411e8,
  "fieldbook/admin/setup/start/start#Start": Start_4f43f8efac494f47e4495c32224f913c,
  "fieldbook/admin/messages/outbox#Outbox": Outbox_6c15a84287d871c74a25d57e570278a0,
  "@payloadcms/next/rsc#CollectionCards": CollectionCards_f9c02e79a4aed9a3924487c0cd4cafb1
}
