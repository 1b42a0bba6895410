using Distribution.Platform.Validation;

namespace Distribution.Dispatches.Previews;

/// <summary>Validates the recipient of a mail preview; pure.</summary>
public static class PreviewRecipientRules
{
    /// <param name="reader">As given.</param>
    /// <param name="prefix">Stands before the names of fields, such as <c>as.</c>.</param>
    /// <param name="errors">Get what is wrong.</param>
    /// <returns>The recipient in the form that is kept.</returns>
    public static PreviewRecipient Check(PreviewRecipient reader, string prefix, FieldErrors errors)
    {
        if (!string.IsNullOrWhiteSpace(reader.Contact))
        {
            errors.Require(
                reader == new PreviewRecipient { Contact = reader.Contact },
                $"{prefix}contact",
                "stands alone: language, country, outletType and topic are for somebody imagined.");
            return reader with { Contact = errors.Id($"{prefix}contact", reader.Contact) };
        }

        return new()
        {
            Language = string.IsNullOrWhiteSpace(reader.Language) ? null : errors.Language($"{prefix}language", reader.Language),
            Country = string.IsNullOrWhiteSpace(reader.Country) ? null : errors.Country($"{prefix}country", reader.Country.ToUpperInvariant()),
            OutletType = reader.OutletType,
            Topic = errors.OptionalLine($"{prefix}topic", reader.Topic),
        };
    }
}
