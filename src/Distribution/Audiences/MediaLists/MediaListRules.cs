using Distribution.Platform.Languages;
using Distribution.Platform.Validation;
using Distribution.Publisher.Offices;
using Distribution.Publisher.Topics;

namespace Distribution.Audiences.MediaLists;

/// <summary>Validates a media list; pure.</summary>
public static class MediaListRules
{
    private const int LongestDescription = 1000;

    /// <summary>The list in the form that is kept.</summary>
    public static MediaList Check(MediaList list, OfficeTree offices, TopicBook topics, FieldErrors errors)
    {
        errors.Require(list.Office is null || offices.Contains(list.Office), "office", "is not the id of an office.");
        return list with
        {
            Names = errors.Names("names", list.Names),
            Descriptions = errors.Texts("descriptions", list.Descriptions, LongestDescription),
            Rule = list.Rule is null ? null : Check(list.Rule, topics, errors),
        };
    }

    private static ListRule Check(ListRule rule, TopicBook topics, FieldErrors errors)
    {
        errors.Require(
            rule is not { Countries: [], Topics: [], Languages: [], OutletTypes: [] },
            "rule",
            "names at least one country, topic, language or outlet type.");
        return new()
        {
            Countries = errors.Countries("rule.countries", rule.Countries),
            Topics = topics.Check("rule.topics", rule.Topics, errors),
            Languages = [.. errors.Languages("rule.languages", rule.Languages).Select(LanguageTag.Primary).Distinct()],
            OutletTypes = [.. rule.OutletTypes.Distinct()],
        };
    }
}
