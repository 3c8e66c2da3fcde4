namespace System.Runtime.CompilerServices;

/// <summary>Lets records and <c>init</c> compile for netstandard2.0, the framework every Roslyn host loads.</summary>
internal static class IsExternalInit;
