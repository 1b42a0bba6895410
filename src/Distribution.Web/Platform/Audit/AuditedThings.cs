namespace Distribution.Web.Platform.Audit;

/// <summary>All things that the audit knows, by their type.</summary>
internal sealed class AuditedThings(IReadOnlyDictionary<Type, AuditedThing> things)
{
    public IEnumerable<AuditedThing> All => things.Values;

    public AuditedThing Get<T>() => things[typeof(T)];
}
