using Distribution.Web.Audiences.Duplicates;
using Distribution.Web.Audiences.Export;
using Distribution.Web.Audiences.Imports;
using Distribution.Web.Audiences.MediaLists;
using Distribution.Web.Audiences.Merging;
using Distribution.Web.Audiences.Selection;
using Distribution.Web.Audiences.Subscriptions;
using Distribution.Web.Audiences.Suppressions;
using Distribution.Web.Audiences.Topics;
using Distribution.Web.Contacts.Addresses;
using Distribution.Web.Contacts.Contacts;
using Distribution.Web.Contacts.Outlets;
using Distribution.Web.Dispatches.Deliveries;
using Distribution.Web.Dispatches.Ledger;
using Distribution.Web.Dispatches.Previews;
using Distribution.Web.Operations.Audit;
using Distribution.Web.Operations.Erasure;
using Distribution.Web.Operations.Retention;
using Distribution.Web.Operations.Status;
using Distribution.Web.Platform.Assets;
using Distribution.Web.Platform.Description;
using Distribution.Web.Platform.Problems;
using Distribution.Web.Publisher.Offices;
using Distribution.Web.Publisher.Organisations;
using Distribution.Web.Publisher.Topics;
using Distribution.Web.Publisher.Users;
using Distribution.Web.Readers.Preferences;
using Distribution.Web.Readers.Signups;
using Distribution.Web.Readers.Unsubscribe;
using Distribution.Web.Releases.Approvals;
using Distribution.Web.Releases.Drafts;
using Distribution.Web.Releases.Intake;
using Distribution.Web.Releases.Newsroom;
using Distribution.Web.Releases.References;
using Distribution.Web.Releases.Times;
using Microsoft.AspNetCore.Routing;

namespace Distribution.Web;

/// <summary>Index of all routes, one line per feature.</summary>
internal static class Routes
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapOrganisation();
        routes.MapOffices();
        routes.MapPressOfficers();
        routes.MapTopics();
        routes.MapUsers();
        routes.MapMe();
        routes.MapApiKeys();
        routes.MapOutlets();
        routes.MapContacts();
        routes.MapEmployerChanges();
        routes.MapContactExports();
        routes.MapAddresses();
        routes.MapMerges();
        routes.MapDuplicates();
        routes.MapErasure();
        routes.MapImports();
        routes.MapMediaLists();
        routes.MapTopicWords();
        routes.MapSubscriptions();
        routes.MapSuppressions();
        routes.MapReleases();
        routes.MapTopicRemoval();
        routes.MapValidation();
        routes.MapTimes();
        routes.MapMailPreviews();
        routes.MapAudiences();
        routes.MapDispatches();
        routes.MapDeliveries();
        routes.MapAudit();
        routes.MapRetention();
        routes.MapStatus();
        routes.MapProblems();
        routes.MapDescription();
        routes.MapNewsroom();
        routes.MapSiteFiles();
        routes.MapSignups();
        routes.MapPreferences();
        routes.MapApprovals();
        routes.MapUnsubscribe();
        routes.MapAssets();
    }
}
