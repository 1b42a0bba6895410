
namespace Distribution.Audiences.Subscriptions;

/// <summary>The contacts excluded since a plan was made; pure.</summary>
public sealed class SendExclusions
{
    private readonly HashSet<string> everywhere = [];
    private readonly HashSet<(string Contact, string List)> lists = [];

    public SendExclusions(IEnumerable<SendExclusion> sendExclusions)
    {
        foreach (var sendExclusion in sendExclusions)
        {
            if (sendExclusion.Lists is null) everywhere.Add(sendExclusion.Contact);
            else lists.UnionWith(sendExclusion.Lists.Select(list => (sendExclusion.Contact, list)));
        }
    }

    public bool IsNobody => everywhere.Count == 0 && lists.Count == 0;

    /// <summary>Whether a contact planned for these lists is excluded from all of them.</summary>
    public bool Has(string contact, IEnumerable<string> plannedLists) =>
        everywhere.Contains(contact) || plannedLists.All(list => lists.Contains((contact, list)));
}
