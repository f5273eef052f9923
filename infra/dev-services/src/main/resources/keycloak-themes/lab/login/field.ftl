<#-- A labelled field. Its hint and its error are tied to it, and a wrong value stays where it was typed. -->
<#macro group name label error="" required=false>
<div class="field">
  <label for="${name}">${label}<#if required><span class="required" aria-hidden="true"> *</span></#if></label>
  <#nested>
  <div id="input-error-container-${name}" aria-live="polite">
    <#if error?has_content>
    <p class="field-error" id="input-error-${name}">${kcSanitize(error)?no_esc}</p>
    </#if>
  </div>
</div>
</#macro>

<#macro input name label value="" required=false autocomplete="off" fieldName=name error=messagesPerField.get(fieldName) autofocus=false type="text" readonly=false>
<@group name=name label=label error=error required=required>
  <span class="control">
    <input id="${name}" name="${name}" value="${value}" type="${type}" autocomplete="${autocomplete}"<#if autofocus> autofocus</#if><#if readonly> readonly</#if>
        <#if required>aria-required="true"</#if>
        <#if autocomplete == "one-time-code">inputmode="numeric" class="code"</#if>
        <#if error?has_content>aria-invalid="true" aria-describedby="input-error-${name}"</#if>>
  </span>
</@group>
</#macro>

<#macro password name label value="" required=false forgotPassword=false fieldName=name error=messagesPerField.get(fieldName) autocomplete="off" autofocus=false>
<@group name=name label=label error=error required=required>
  <span class="control">
    <input id="${name}" name="${name}" value="${value}" type="password" autocomplete="${autocomplete}"<#if autofocus> autofocus</#if>
        <#if required>aria-required="true"</#if>
        <#if error?has_content>aria-invalid="true" aria-describedby="input-error-${name}"</#if>>
    <button id="${name}-show-password" class="reveal" type="button" aria-label="${msg('showPassword')}" aria-controls="${name}" data-password-toggle
        data-icon-show="${properties.kcFormPasswordVisibilityIconShow}" data-icon-hide="${properties.kcFormPasswordVisibilityIconHide}"
        data-label-show="${msg('showPassword')}" data-label-hide="${msg('hidePassword')}"><i class="${properties.kcFormPasswordVisibilityIconShow}" aria-hidden="true"></i></button>
  </span>
  <#nested>
  <#if forgotPassword>
  <p class="forgotten"><a href="${url.loginResetCredentialsUrl}">${msg("doForgotPassword")}</a></p>
  </#if>
</@group>
</#macro>

<#macro checkbox name label value=false required=false>
<label class="check" for="${name}">
  <input type="checkbox" id="${name}" name="${name}"<#if value> checked</#if>>
  <span>${label}<#if required><span class="required" aria-hidden="true"> *</span></#if></span>
</label>
</#macro>

<#macro errorIcon error=""></#macro>

<#macro clipboard name label ariaLabel=label value="" readonly=true>
<@group name=name label=label>
  <span class="control"><input id="${name}" name="${name}" value="${value}" type="text"<#if readonly> readonly</#if> aria-label="${ariaLabel}"></span>
</@group>
</#macro>
