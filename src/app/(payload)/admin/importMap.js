import { InstantCell as InstantCell_c65b8611719212a10b94e343b865cfba } from 'fieldbook/admin/ui/instant-cell'
import { InstantInput as InstantInput_f945b361bda5c4212a6d36504b8da7da } from 'fieldbook/admin/ui/instant-input'
import { ListedInput as ListedInput_8b4ab6f8e54f4602a32f0f14b215e8ec } from 'fieldbook/admin/ui/listed-input'
import { AmountCell as AmountCell_38595ad0a79d9c9a29d65f5f719d2c38 } from 'fieldbook/admin/ui/amount-cell'
import { AmountInput as AmountInput_2a6eff675882935f98b17abaa79b551a } from 'fieldbook/admin/ui/amount-input'
import { BookingPage as BookingPage_c8d87e534db48157c333f0935b4c883e } from 'fieldbook/admin/bookings/page/booking-page'
import { BookingsList as BookingsList_24187877bf3465ce1d0ef5ca7555fa4c } from 'fieldbook/admin/bookings/list/bookings-list'
import { StockList as StockList_4f486bbfade94491c78f1e185774f331 } from 'fieldbook/admin/shell/stock-list'
import { RecordPage as RecordPage_d7f3f9403f6d7c130c79776fc66e6f88 } from 'fieldbook/admin/records/record-page'
import { RecordsList as RecordsList_485d2fde6bffd87460897606ea0eaab5 } from 'fieldbook/admin/records/records-list'
import { TimeOffPage as TimeOffPage_6a324fb81c5c171cc7af863631e82806 } from 'fieldbook/admin/scheduling/time-off/time-off-page'
import { TimeOffList as TimeOffList_b0725de58623b9dde11fc33e42849222 } from 'fieldbook/admin/scheduling/time-off/time-off-list'
import { CustomerPage as CustomerPage_428b80d9b5e0b92d6ca170902f5884eb } from 'fieldbook/admin/people/customers/customer-page'
import { CustomersList as CustomersList_9337a4ee8283b3d9ecf812b2b1d51ccd } from 'fieldbook/admin/people/customers/customers-list'
import { WeekHours as WeekHours_09112470716829ca5ec2fbcad853df76 } from 'fieldbook/admin/scheduling/week-hours'
import { HoursExceptions as HoursExceptions_596f538fe85aa7cdd09a437151f85675 } from 'fieldbook/admin/scheduling/hours-exceptions'
import { PersonPage as PersonPage_16c6de8f9ee7d3ac242b1da2f33de9ec } from 'fieldbook/admin/people/team/person-page'
import { TeamList as TeamList_41ed370eceb9eb1ff66ddb35100bd218 } from 'fieldbook/admin/people/team/team-list'
import { InviteButton as InviteButton_de5761ae16fb1d70ee065e9c2c41c23d } from 'fieldbook/admin/people/invite-button'
import { OwnPassword as OwnPassword_6193fa3eb335df6dc5e1a144f3ff71bc } from 'fieldbook/admin/people/own-password'
import { ByInvitation as ByInvitation_df22e8c12b62c49b3adbd72d18250235 } from 'fieldbook/admin/people/by-invitation'
import { RolePage as RolePage_9ea2ed0cb3a3832b727e3fc233695692 } from 'fieldbook/admin/people/roles/role-page'
import { RoleList as RoleList_a2ce1df6bf92f14a0ed2a8ca43b551c2 } from 'fieldbook/admin/people/roles/role-list'
import { KeyPage as KeyPage_38ef5ffda6570a7f61220f6feda68bfd } from 'fieldbook/admin/people/keys/key-page'
import { KeyList as KeyList_d5724afba709935e4a7053a3668818ba } from 'fieldbook/admin/people/keys/key-list'
import { ServicePage as ServicePage_4894ab46558ecf0b2926ed4fa36093a4 } from 'fieldbook/admin/catalogue/services/service-page'
import { ServicesList as ServicesList_f265c8fc850e5b3e443a9555f46b0a2c } from 'fieldbook/admin/catalogue/services/services-list'
import { AreaPage as AreaPage_de00d7d78e19f32828c996221c41da64 } from 'fieldbook/admin/catalogue/areas/area-page'
import { AreasList as AreasList_a5334e6a95461ebb205dc34162b781d2 } from 'fieldbook/admin/catalogue/areas/areas-list'
import { SettingsPage as SettingsPage_8c15053e2a9ec8eab32bdc5c12f23870 } from 'fieldbook/admin/settings/settings-page'
import { Rail as Rail_e4747949807ba25f29309f2127c87cfc } from 'fieldbook/admin/shell/rail/rail'
import { Icon as Icon_a60f2dfdb1d575cc4b33ded05f342f4c } from 'fieldbook/admin/shell/brand'
import { Logo as Logo_a60f2dfdb1d575cc4b33ded05f342f4c } from 'fieldbook/admin/shell/brand'
import { SearchBox as SearchBox_e9f8f68497f88b7e58ea4630281a6963 } from 'fieldbook/admin/shell/search/search-box'
import { Bell as Bell_4ecb0dd6466ce1c4e755c62749867a9f } from 'fieldbook/admin/shell/bell/bell'
import { SignInTitle as SignInTitle_1382064b9d6d7378f3f52c1ec9767c7c } from 'fieldbook/admin/shell/sign-in-title'
import { PanelFrame as PanelFrame_f1d0d784ca7dedb878fd82357efa22e2 } from 'fieldbook/admin/shell/panel-frame'
import { Home as Home_f949155527b4a8b97f3bbfc97e4babb1 } from 'fieldbook/admin/shell/home'
import { OtherDoor as OtherDoor_a5f09c9cb835626126222b645cf71978 } from 'fieldbook/admin/shell/other-door'
import { Settings as Settings_3eeb3e8881001dfeee5df6b02cb62ae8 } from 'fieldbook/admin/settings/settings'
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
  "fieldbook/admin/records/record-page#RecordPage": RecordPage_d7f3f9403f6d7c130c79776fc66e6f88,
  "fieldbook/admin/records/records-list#RecordsList": RecordsList_485d2fde6bffd87460897606ea0eaab5,
  "fieldbook/admin/scheduling/time-off/time-off-page#TimeOffPage": TimeOffPage_6a324fb81c5c171cc7af863631e82806,
  "fieldbook/admin/scheduling/time-off/time-off-list#TimeOffList": TimeOffList_b0725de58623b9dde11fc33e42849222,
  "fieldbook/admin/people/customers/customer-page#CustomerPage": CustomerPage_428b80d9b5e0b92d6ca170902f5884eb,
  "fieldbook/admin/people/customers/customers-list#CustomersList": CustomersList_9337a4ee8283b3d9ecf812b2b1d51ccd,
  "fieldbook/admin/scheduling/week-hours#WeekHours": WeekHours_09112470716829ca5ec2fbcad853df76,
  "fieldbook/admin/scheduling/hours-exceptions#HoursExceptions": HoursExceptions_596f538fe85aa7cdd09a437151f85675,
  "fieldbook/admin/people/team/person-page#PersonPage": PersonPage_16c6de8f9ee7d3ac242b1da2f33de9ec,
  "fieldbook/admin/people/team/team-list#TeamList": TeamList_41ed370eceb9eb1ff66ddb35100bd218,
  "fieldbook/admin/people/invite-button#InviteButton": InviteButton_de5761ae16fb1d70ee065e9c2c41c23d,
  "fieldbook/admin/people/own-password#OwnPassword": OwnPassword_6193fa3eb335df6dc5e1a144f3ff71bc,
  "fieldbook/admin/people/by-invitation#ByInvitation": ByInvitation_df22e8c12b62c49b3adbd72d18250235,
  "fieldbook/admin/people/roles/role-page#RolePage": RolePage_9ea2ed0cb3a3832b727e3fc233695692,
  "fieldbook/admin/people/roles/role-list#RoleList": RoleList_a2ce1df6bf92f14a0ed2a8ca43b551c2,
  "fieldbook/admin/people/keys/key-page#KeyPage": KeyPage_38ef5ffda6570a7f61220f6feda68bfd,
  "fieldbook/admin/people/keys/key-list#KeyList": KeyList_d5724afba709935e4a7053a3668818ba,
  "fieldbook/admin/catalogue/services/service-page#ServicePage": ServicePage_4894ab46558ecf0b2926ed4fa36093a4,
  "fieldbook/admin/catalogue/services/services-list#ServicesList": ServicesList_f265c8fc850e5b3e443a9555f46b0a2c,
  "fieldbook/admin/catalogue/areas/area-page#AreaPage": AreaPage_de00d7d78e19f32828c996221c41da64,
  "fieldbook/admin/catalogue/areas/areas-list#AreasList": AreasList_a5334e6a95461ebb205dc34162b781d2,
  "fieldbook/admin/settings/settings-page#SettingsPage": SettingsPage_8c15053e2a9ec8eab32bdc5c12f23870,
  "fieldbook/admin/shell/rail/rail#Rail": Rail_e4747949807ba25f29309f2127c87cfc,
  "fieldbook/admin/shell/brand#Icon": Icon_a60f2dfdb1d575cc4b33ded05f342f4c,
  "fieldbook/admin/shell/brand#Logo": Logo_a60f2dfdb1d575cc4b33ded05f342f4c,
  "fieldbook/admin/shell/search/search-box#SearchBox": SearchBox_e9f8f68497f88b7e58ea4630281a6963,
  "fieldbook/admin/shell/bell/bell#Bell": Bell_4ecb0dd6466ce1c4e755c62749867a9f,
  "fieldbook/admin/shell/sign-in-title#SignInTitle": SignInTitle_1382064b9d6d7378f3f52c1ec9767c7c,
  "fieldbook/admin/shell/panel-frame#PanelFrame": PanelFrame_f1d0d784ca7dedb878fd82357efa22e2,
  "fieldbook/admin/shell/home#Home": Home_f949155527b4a8b97f3bbfc97e4babb1,
  "fieldbook/admin/shell/other-door#OtherDoor": OtherDoor_a5f09c9cb835626126222b645cf71978,
  "fieldbook/admin/settings/settings#Settings": Settings_3eeb3e8881001dfeee5df6b02cb62ae8,
  "fieldbook/admin/bookings/new/new-booking#NewBooking": NewBooking_2be67ee2bdcc82fd7f8a81f90647e06e,
  "fieldbook/admin/scheduling/board/dispatch#Dispatch": Dispatch_f647ad9cb114b1164d2e976467659f9e,
  "fieldbook/admin/scheduling/finder/find-a-time#FindATime": FindATime_4ff03e63e35cc6a7ab367b7d19d79ba4,
  "fieldbook/admin/scheduling/calendar/calendar#Calendar": Calendar_7bf0962be96fdbe672604e906d9b9ad0,
  "fieldbook/admin/setup/setup-check#SetupCheck": SetupCheck_d8894965b8960482f3b0f7eb325411e8,
  "fieldbook/admin/setup/start/start#Start": Start_4f43f8efac494f47e4495c32224f913c,
  "fieldbook/admin/messages/outbox#Outbox": Outbox_6c15a84287d871c74a25d57e570278a0,
  "@payloadcms/next/rsc#CollectionCards": CollectionCards_f9c02e79a4aed9a3924487c0cd4cafb1
}
